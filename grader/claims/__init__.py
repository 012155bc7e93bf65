"""The claims a property makes about a submission's calls. Each raises `Falsified` when it does not hold."""

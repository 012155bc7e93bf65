"""The untrusted side of the wall: the only code that runs a submission. Imports only the wire."""

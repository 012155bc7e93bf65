"""What crosses the wall between judge and runner: frames, messages, values. Plain data, never pickle."""

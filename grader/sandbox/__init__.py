"""The wall round the runners, seen from the judge: how the zygote is started, and what then holds."""

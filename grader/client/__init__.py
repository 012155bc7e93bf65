"""The judge's end of the wall: start a zygote, fork runners, hold them to their limits, talk to them."""

"""Looking at paper, printing it, saving it."""

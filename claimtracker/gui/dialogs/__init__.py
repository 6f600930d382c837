"""The questions that the window asks: each dialog does one thing, and all of it by keyboard."""

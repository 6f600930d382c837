"""A claim set out as CSV or JSON, and tables read in."""

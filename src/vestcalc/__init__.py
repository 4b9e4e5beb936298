"""vestcalc reads what lawyers write about vesting and answers, exactly, what vests when."""

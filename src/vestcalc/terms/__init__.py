"""What the words promise: rules, amounts and moments as plain data, and their canonical English."""

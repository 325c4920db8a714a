"""What must hold across records, a function for each rule; `table` names them all."""

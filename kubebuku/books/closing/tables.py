"""Rows of other books which a closing asks for, named without their owners."""

from __future__ import annotations

from sqlalchemy import column, table

stock_count = table("stock_count", column("unit"), column("on_date"))

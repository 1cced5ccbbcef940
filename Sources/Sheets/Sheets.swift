// Sheets

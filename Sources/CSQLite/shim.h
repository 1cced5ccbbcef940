#include <sqlite3.h>

/* sqlite3_db_config takes a variable list of arguments, which Swift cannot call. Gives SQLite's
   result code; `on` receives whether the connection is defensive afterwards. */
static inline int cic_sqlite_defend(sqlite3 *connection, int *on) {
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, on);
}

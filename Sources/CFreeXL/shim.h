#include <freexl.h>
#include "walls.h"

#include "walls.h"

#include <libxml/xmlversion.h>
/* Debian builds libxml2 with ICU, whose names clash with the ICU inside Foundation. Nothing here
   touches the structures that differ. */
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/HTMLparser.h>

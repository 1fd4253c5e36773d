/** How stores that need no entities speak SQL. */
@NullMarked
package org.superbill.billing.sql;

import org.jspecify.annotations.NullMarked;

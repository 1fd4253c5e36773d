/** Who takes part in the journeys, each doing what their role does. */
@NullMarked
package org.superbill.systemtests.role;

import org.jspecify.annotations.NullMarked;

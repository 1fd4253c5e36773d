/** The remittance advice, 835 (005010X221A1): its loops, typed; reading, writing and balancing, whole or claim by claim. */
@NullMarked
package org.superbill.x12.remittance;

import org.jspecify.annotations.NullMarked;

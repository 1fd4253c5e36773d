/** The professional claim, 837P (005010X222A1): its loops, typed; reading and writing claim by claim. */
@NullMarked
package org.superbill.x12.professional;

import org.jspecify.annotations.NullMarked;

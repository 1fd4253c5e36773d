/** The institutional claim, 837I (005010X223A2): its loops, typed; reading and writing claim by claim. */
@NullMarked
package org.superbill.x12.institutional;

import org.jspecify.annotations.NullMarked;

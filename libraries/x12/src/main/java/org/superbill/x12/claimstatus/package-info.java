/** The claim acknowledgment, 277CA (005010X214): which claims a payer takes in; its loops, typed, read and made. */
@NullMarked
package org.superbill.x12.claimstatus;

import org.jspecify.annotations.NullMarked;

/** The eligibility inquiry, 270 (005010X279A1): its loops, typed. */
@NullMarked
package org.superbill.x12.eligibility.inquiry;

import org.jspecify.annotations.NullMarked;

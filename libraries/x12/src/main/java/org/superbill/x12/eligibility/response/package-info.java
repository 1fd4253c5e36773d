/** The eligibility response, 271 (005010X279A1): its loops, typed. */
@NullMarked
package org.superbill.x12.eligibility.response;

import org.jspecify.annotations.NullMarked;

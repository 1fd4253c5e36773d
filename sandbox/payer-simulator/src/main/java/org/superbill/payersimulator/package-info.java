/** A payer that stands in for the outside world: takes 837P, 837I, 276 and 270, answers TA1, 999, 277CA, 277, 271 and 835 by published rules and a clock that the API moves. */
@NullMarked
package org.superbill.payersimulator;

import org.jspecify.annotations.NullMarked;

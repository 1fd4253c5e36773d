/** A payer that stands in for the outside world: takes 837P, answers TA1, 999, 277CA and 835 by published rules and a clock that the API moves. */
@NullMarked
package org.superbill.payersimulator;

import org.jspecify.annotations.NullMarked;

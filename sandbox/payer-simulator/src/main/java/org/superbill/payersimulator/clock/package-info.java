/** The payer's own date, which the API moves. */
@NullMarked
package org.superbill.payersimulator.clock;

import org.jspecify.annotations.NullMarked;

/** Pays what has been adjudicated when its payment date comes: the 835. */
@NullMarked
package org.superbill.payersimulator.payment;

import org.jspecify.annotations.NullMarked;

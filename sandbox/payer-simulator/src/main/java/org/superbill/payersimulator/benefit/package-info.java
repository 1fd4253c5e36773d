/** What the payer knows of its members and what it allows: data that a tester gives. */
@NullMarked
package org.superbill.payersimulator.benefit;

import org.jspecify.annotations.NullMarked;

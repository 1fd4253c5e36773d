/** Whether what was sent adds up: each claim and each file in exactly one state, their counts and cents compared from several sides. */
@NullMarked
package org.superbill.billing.reconciliation;

import org.jspecify.annotations.NullMarked;

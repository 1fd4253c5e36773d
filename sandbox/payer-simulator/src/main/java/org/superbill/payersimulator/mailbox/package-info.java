/** Files to and from the senders of claims, one mailbox per login account. */
@NullMarked
package org.superbill.payersimulator.mailbox;

import org.jspecify.annotations.NullMarked;

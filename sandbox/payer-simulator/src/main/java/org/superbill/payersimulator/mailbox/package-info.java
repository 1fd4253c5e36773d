/** The doors to the mailboxes: HTTP and folders. */
@NullMarked
package org.superbill.payersimulator.mailbox;

import org.jspecify.annotations.NullMarked;

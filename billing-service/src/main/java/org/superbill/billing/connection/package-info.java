/** The ways to payers: named connections that operations configure, each with an inbox for claims and a mailbox of answers. */
@NullMarked
package org.superbill.billing.connection;

import org.jspecify.annotations.NullMarked;

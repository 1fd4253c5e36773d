/** The bytes of files sent and received, apart from what is known about them. */
@NullMarked
package org.superbill.billing.archive;

import org.jspecify.annotations.NullMarked;

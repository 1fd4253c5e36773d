/** Letters and other documents that leave as PDF. */
@NullMarked
package org.superbill.billing.document;

import org.jspecify.annotations.NullMarked;

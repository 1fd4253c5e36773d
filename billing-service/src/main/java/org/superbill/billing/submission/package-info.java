/** Claims on their way out: many in one 837P file, written down before it is sent, sent again until it is certain that it arrived. */
@NullMarked
package org.superbill.billing.submission;

import org.jspecify.annotations.NullMarked;

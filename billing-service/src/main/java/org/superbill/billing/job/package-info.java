/** Work that goes on in the background. */
@NullMarked
package org.superbill.billing.job;

import org.jspecify.annotations.NullMarked;

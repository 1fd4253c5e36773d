/** What payers refused to pay, with the codes they gave in plain words of our own. */
@NullMarked
package org.superbill.billing.denial;

import org.jspecify.annotations.NullMarked;

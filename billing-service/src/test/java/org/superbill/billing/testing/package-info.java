/** What the tests of several features share. */
@NullMarked
package org.superbill.billing.testing;

import org.jspecify.annotations.NullMarked;

/** What billing is measured with; not part of the tests. */
@NullMarked
package org.superbill.billing.bench;

import org.jspecify.annotations.NullMarked;

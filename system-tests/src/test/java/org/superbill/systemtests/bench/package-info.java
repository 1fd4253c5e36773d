/** The benchmarks of the whole system. */
@NullMarked
package org.superbill.systemtests.bench;

import org.jspecify.annotations.NullMarked;

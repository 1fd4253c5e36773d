/** What {@code ./superbill bench x12} measures. Figures and machine stand in docs/benchmarks.md. */
@NullMarked
package org.superbill.x12.bench;

import org.jspecify.annotations.NullMarked;

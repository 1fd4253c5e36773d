/** The story of a claim, told by tests: the running system, its clients, the demo. */
@NullMarked
package org.superbill.systemtests;

import org.jspecify.annotations.NullMarked;

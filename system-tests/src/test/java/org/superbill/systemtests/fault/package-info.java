/** What must hold when a process or a store is away, or events come in another order. */
@NullMarked
package org.superbill.systemtests.fault;

import org.jspecify.annotations.NullMarked;

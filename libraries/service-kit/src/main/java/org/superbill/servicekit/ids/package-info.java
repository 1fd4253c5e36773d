/** Identifiers that sort by the time of their making, and what keys of texts are made with. */
@NullMarked
package org.superbill.servicekit.ids;

import org.jspecify.annotations.NullMarked;

import { defineElement } from '../core/registry/define.js';
import { LkProducts } from '../widgets/products/products.js';

defineElement('lk-products', LkProducts);

import './shared/olderBrowsers.js';
import './shared/base.css';
import { createApp } from 'vue';
import App from './App.vue';
import { router } from './router.js';

createApp(App).use(router).mount('#desk');

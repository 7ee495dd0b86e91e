export { SignInPage } from './SignInPage.tsx';
export { SignUpPage } from './SignUpPage.tsx';
